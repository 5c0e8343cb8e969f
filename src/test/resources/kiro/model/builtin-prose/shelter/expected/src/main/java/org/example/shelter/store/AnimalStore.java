package org.example.shelter.store;

import java.sql.Timestamp;
import java.util.Optional;
import org.example.shelter.domain.Animal;
import org.example.shelter.domain.Species;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class AnimalStore {

    private static final RowMapper<Animal> ROW =
            (rs, n) ->
                    new Animal(
                            rs.getLong("id"),
                            rs.getString("chip"),
                            rs.getString("name"),
                            Species.valueOf(rs.getString("kind")),
                            rs.getObject("born_on", java.time.LocalDate.class),
                            rs.getLong("keeper_id"),
                            rs.getTimestamp("arrived_at").toInstant());

    private final JdbcClient jdbc;

    public AnimalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Animal> findById(long id) {
        return jdbc.sql("SELECT * FROM animal WHERE id = ?").param(id).query(ROW).optional();
    }

    public boolean existsByChip(String chip) {
        return jdbc.sql("SELECT COUNT(*) FROM animal WHERE chip = ?")
                .param(chip)
                .query(Integer.class)
                .single() > 0;
    }

    public Animal insert(Animal animal) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO animal (chip, name, kind, born_on, keeper_id, arrived_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        animal.chip(),
                        animal.name(),
                        animal.species().name(),
                        animal.bornOn(),
                        animal.keeperId(),
                        Timestamp.from(animal.arrivedAt()))
                .update(keys, "id");
        return new Animal(
                keys.getKeyAs(Long.class),
                animal.chip(),
                animal.name(),
                animal.species(),
                animal.bornOn(),
                animal.keeperId(),
                animal.arrivedAt());
    }
}
