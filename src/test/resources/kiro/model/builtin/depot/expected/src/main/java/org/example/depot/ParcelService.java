package org.example.depot;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class ParcelService {

    private final ParcelRepository parcels;
    private final Clock clock;

    public ParcelService(ParcelRepository parcels, Clock clock) {
        this.parcels = parcels;
        this.clock = clock;
    }

    public Parcel get(long id) {
        return parcels.findById(id).orElseThrow(() -> new ParcelNotFound(id));
    }

    @Transactional
    public Parcel receive(String barcode, String destination, int grams) {
        return parcels.insert(
                new Parcel(
                        0,
                        barcode,
                        destination,
                        grams,
                        false,
                        OffsetDateTime.now(clock),
                        null,
                        null));
    }

    @Transactional
    public Parcel updateShelf(long id, String shelf) {
        Parcel parcel = get(id);
        Parcel updated =
                new Parcel(
                        parcel.id(),
                        parcel.barcode(),
                        parcel.destination(),
                        parcel.grams(),
                        parcel.fragile(),
                        parcel.receivedAt(),
                        shelf,
                        OffsetDateTime.now(clock));
        parcels.update(updated);
        return updated;
    }
}
