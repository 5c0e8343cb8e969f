package org.example.depot;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class ParcelRepository {

    private final JdbcClient jdbc;

    public ParcelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Parcel> findById(long id) {
        return jdbc.sql("select * from parcel where id = :id")
                .param("id", id)
                .query(Parcel.class)
                .optional();
    }

    public Parcel insert(Parcel parcel) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into parcel (barcode, destination, grams, fragile, received_at, shelf, shelved_at)
                        values (:barcode, :destination, :grams, :fragile, :receivedAt, :shelf, :shelvedAt)
                        """)
                .param("barcode", parcel.barcode())
                .param("destination", parcel.destination())
                .param("grams", parcel.grams())
                .param("fragile", parcel.fragile())
                .param("receivedAt", parcel.receivedAt())
                .param("shelf", parcel.shelf())
                .param("shelvedAt", parcel.shelvedAt())
                .update(key, "id");
        return findById(key.getKey().longValue()).orElseThrow();
    }

    public void update(Parcel parcel) {
        jdbc.sql("""
                        update parcel
                        set barcode = :barcode, destination = :destination, grams = :grams, fragile = :fragile,
                            received_at = :receivedAt, shelf = :shelf, shelved_at = :shelvedAt
                        where id = :id
                        """)
                .param("barcode", parcel.barcode())
                .param("destination", parcel.destination())
                .param("grams", parcel.grams())
                .param("fragile", parcel.fragile())
                .param("receivedAt", parcel.receivedAt())
                .param("shelf", parcel.shelf())
                .param("shelvedAt", parcel.shelvedAt())
                .param("id", parcel.id())
                .update();
    }
}
