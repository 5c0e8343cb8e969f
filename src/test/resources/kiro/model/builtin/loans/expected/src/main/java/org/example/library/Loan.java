package org.example.library;

import java.time.Instant;

public record Loan(long id, String memberId, String title, int days, Instant createdAt) {}
