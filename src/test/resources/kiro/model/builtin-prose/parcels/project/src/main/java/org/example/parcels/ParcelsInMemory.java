package org.example.parcels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Repository;

@Repository
class ParcelsInMemory implements Parcels {

    private final Map<Long, Parcel> parcels = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    @Override
    public long nextId() {
        return ids.incrementAndGet();
    }

    @Override
    public void put(Parcel parcel) {
        parcels.put(parcel.id(), parcel);
    }

    @Override
    public Optional<Parcel> find(long id) {
        return Optional.ofNullable(parcels.get(id));
    }

    @Override
    public List<Parcel> all() {
        return List.copyOf(parcels.values());
    }
}
