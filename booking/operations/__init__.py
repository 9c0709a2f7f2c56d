"""Every change of orders, interests, enquiries, bookings and availability is made here, and nowhere else."""
