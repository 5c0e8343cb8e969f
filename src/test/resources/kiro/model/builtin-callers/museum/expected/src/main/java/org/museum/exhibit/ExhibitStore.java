package org.museum.exhibit;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class ExhibitStore {
    private static final RowMapper<Exhibit> ROW = (rs, n) -> new Exhibit(
            rs.getLong("id"),
            rs.getString("title"),
            rs.getString("room"),
            rs.getLong("keeper_id"),
            Exhibit.Status.valueOf(rs.getString("status")),
            rs.getDate("acquired_on") == null ? null : rs.getDate("acquired_on").toLocalDate());

    private final JdbcClient jdbc;

    public ExhibitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Exhibit> find(long id) {
        return jdbc.sql("select * from exhibit where id = :id").param("id", id).query(ROW).optional();
    }

    public List<Exhibit> all() {
        return jdbc.sql("select * from exhibit order by id").query(ROW).list();
    }

    public Exhibit add(Exhibit exhibit) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into exhibit (title, room, keeper_id, status, acquired_on)
                        values (:title, :room, :keeperId, :status, :acquiredOn)
                        """)
                .param("title", exhibit.title())
                .param("room", exhibit.room())
                .param("keeperId", exhibit.keeperId())
                .param("status", exhibit.status().name())
                .param("acquiredOn", exhibit.acquiredOn())
                .update(keys, "id");
        return find(keys.getKey().longValue()).orElseThrow();
    }

    public void update(Exhibit exhibit) {
        jdbc.sql("""
                        update exhibit
                        set title = :title, room = :room, keeper_id = :keeperId, status = :status,
                            acquired_on = :acquiredOn
                        where id = :id
                        """)
                .param("title", exhibit.title())
                .param("room", exhibit.room())
                .param("keeperId", exhibit.keeperId())
                .param("status", exhibit.status().name())
                .param("acquiredOn", exhibit.acquiredOn())
                .param("id", exhibit.id())
                .update();
    }

    public void remove(Long id) {
        jdbc.sql("delete from exhibit where id = :id")
                .param("id", id)
                .update();
    }
}
