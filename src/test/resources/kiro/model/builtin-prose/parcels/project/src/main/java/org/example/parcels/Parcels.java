package org.example.parcels;

import java.util.List;
import java.util.Optional;

public interface Parcels {

    long nextId();

    void put(Parcel parcel);

    Optional<Parcel> find(long id);

    List<Parcel> all();
}
