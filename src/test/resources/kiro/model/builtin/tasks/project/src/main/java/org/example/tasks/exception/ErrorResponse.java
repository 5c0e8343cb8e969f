package org.example.tasks.exception;

import java.util.List;

public record ErrorResponse(int status, String code, String message, List<String> details) {}
