package org.example.harbour.domain;

public record CallSign(String value) {

    public CallSign {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a call sign: " + value);
        }
    }

    public static boolean isValid(String value) {
        return value != null && value.matches("[A-Z]{4}\\d{3}");
    }
}
