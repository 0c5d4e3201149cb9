"""The picture of the thread: findings in columns and the knots between them, walked and tied."""
