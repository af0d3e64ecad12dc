"""What there is, as frozen data: pages, cards and their fields, sources, rules, faults and findings."""
