"""How people become members: consents by purpose, guardians and families, who brought whom."""
