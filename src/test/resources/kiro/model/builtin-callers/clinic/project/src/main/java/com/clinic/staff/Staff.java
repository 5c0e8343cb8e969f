package com.clinic.staff;

public record Staff(long id, String name, Job job) {}
