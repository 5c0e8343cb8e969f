package com.clinic.staff;

public enum Job {
    NURSE,
    DOCTOR,
    CHIEF
}
