"""What the law asks about personal data: kept, told, sealed, destroyed, reported."""
