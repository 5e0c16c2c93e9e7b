"""What a customer experience map is: strict, frozen records that know where they were written."""
