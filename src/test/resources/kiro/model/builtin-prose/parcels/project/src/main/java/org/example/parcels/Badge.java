package org.example.parcels;

/** What a caller shows at the door, and whom it stands for. */
public record Badge(String code, String holderLogin) {}
