package org.example.shelter.store;

import java.util.List;
import java.util.Optional;
import org.example.shelter.domain.Keeper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class KeeperStore {

    private final JdbcTemplate jdbc;

    public KeeperStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Keeper> findByBadge(String badge) {
        return jdbc.query(
                        "select * from keeper where badge = ?",
                        (rs, n) ->
                                new Keeper(
                                        rs.getLong("id"),
                                        rs.getString("badge"),
                                        rs.getString("name")),
                        badge)
                .stream()
                .findFirst();
    }

    public List<Long> animals(long keeper) {
        return jdbc.queryForList("select id from animal where keeper_id = ?", Long.class, keeper);
    }

    public boolean hasAnimals(Long id) {
        return jdbc.queryForObject(
                "select count(*) from animal where keeper_id = ?", Integer.class, id) > 0;
    }

    public void deleteByBadge(String badge) {
        jdbc.update("delete from keeper where badge = ?", badge);
    }
}
