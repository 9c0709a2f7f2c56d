import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF of each file whether it is PDF/A-3a and PDF/UA-1, and writes a line for each rule that is broken.
 *
 * veraPDF reads its own profiles by JAXB, which Java has not brought along since version 11; they are read here instead.
 */
class Verapdf {
    public static void main(String[] files) throws Exception {
        Logger.getLogger("org.verapdf").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        ask(files, PDFAFlavour.PDFA_3_A, "PDFA-3A.xml");
        ask(files, PDFAFlavour.PDFUA_1, "PDFUA-1.xml");
    }

    static void ask(String[] files, PDFAFlavour flavour, String profile) throws Exception {
        ValidationProfile rules = profile(flavour, profile);
        for (String file : files) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(rules, false);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
                var result = validator.validate(parser);
                System.out.printf("%s\t%s\t%d rules, %d tests%n", file, flavour.getId(), rules.getRules().size(), result.getTotalAssertions());
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.printf("%s\t%s\t%s-%d\t%s\t%s%n", file, flavour.getId(), broken.getRuleId().getClause(),
                        broken.getRuleId().getTestNumber(), broken.getMessage(), broken.getLocation().getContext());
                }
            }
        }
    }

    static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
        try (InputStream opened = PDFAValidator.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name)) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(opened).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element rule : all(root, "rule")) rules.add(rule(rule));
            Set<Variable> variables = new HashSet<>();
            for (Element variable : all(root, "variable")) {
                variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
            }
            var details = Profiles.profileDetailsFromValues(name, "", "", new Date(0));
            return Profiles.profileFromValues(flavour, details, "", rules, variables);
        }
    }

    static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        var identified = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        boolean deferred = Boolean.parseBoolean(rule.getAttribute("deferred"));
        var error = Profiles.errorFromValues(text(rule, "message"), new ArrayList<ErrorArgument>());
        return Profiles.ruleFromValues(identified, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"), error, new ArrayList<>());
    }

    static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) elements.add((Element) found.item(at));
        return elements;
    }

    static String text(Element parent, String name) {
        return all(parent, name).get(0).getTextContent();
    }
}
