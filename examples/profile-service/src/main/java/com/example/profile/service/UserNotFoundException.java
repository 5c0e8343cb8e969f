package com.example.profile.service;

public class UserNotFoundException extends RuntimeException {

    public UserNotFoundException(long userId) {
        super("user " + userId + " does not exist");
    }
}
