package com.example.profile.service;

public class NotOwnerException extends RuntimeException {

    public NotOwnerException(long userId) {
        super("only user " + userId + " may do this");
    }
}
