package com.example.profile.security;

/** The signed-in user who sent the request. */
public record Caller(long userId) {}
