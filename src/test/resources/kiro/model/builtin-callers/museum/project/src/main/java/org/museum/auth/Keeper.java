package org.museum.auth;

public record Keeper(long id, String name, Rank rank) {
    public enum Rank {
        KEEPER,
        CURATOR
    }

    public boolean isCurator() {
        return rank == Rank.CURATOR;
    }
}
