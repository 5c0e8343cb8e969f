package org.example.harbour.domain;

import java.time.LocalTime;

public record Berth(String code, String quay, LocalTime opensAt) {}
