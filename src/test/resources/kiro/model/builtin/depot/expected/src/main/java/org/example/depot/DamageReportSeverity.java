package org.example.depot;

public enum DamageReportSeverity {
    LOW,
    HIGH
}
