package org.example.notes.domain;

import java.time.LocalDateTime;

public record Note(String id, String title, String text, LocalDateTime createdAt) {}
