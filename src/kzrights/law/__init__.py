"""What the law says: acts, editions, rules, parameters, offences."""
