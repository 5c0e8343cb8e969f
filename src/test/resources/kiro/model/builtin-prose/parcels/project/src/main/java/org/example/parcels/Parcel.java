package org.example.parcels;

public record Parcel(long id, String sentBy, String label, State state) {

    public enum State {
        PACKED,
        SEALED,
        LOST
    }
}
