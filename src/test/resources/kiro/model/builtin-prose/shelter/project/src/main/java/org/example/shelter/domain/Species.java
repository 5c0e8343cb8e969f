package org.example.shelter.domain;

public enum Species {
    CAT,
    DOG,
    RABBIT
}
