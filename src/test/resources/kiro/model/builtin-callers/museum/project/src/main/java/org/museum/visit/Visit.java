package org.museum.visit;

import java.time.LocalDate;

public record Visit(Long id, String groupName, int visitors, LocalDate day, long bookedBy) {}
