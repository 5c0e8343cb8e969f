package com.example.profile.service;

public class EmailTakenException extends RuntimeException {

    public EmailTakenException() {
        super("this email address is already registered");
    }
}
