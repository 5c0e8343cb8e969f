package org.museum.visit;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class VisitStore {
    private static final RowMapper<Visit> ROW = (rs, n) -> new Visit(
            rs.getLong("id"),
            rs.getString("group_name"),
            rs.getInt("visitors"),
            rs.getDate("on_day").toLocalDate(),
            rs.getLong("booked_by"));

    private final JdbcClient jdbc;

    VisitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Visit> find(long id) {
        return jdbc.sql("select * from visit where id = :id").param("id", id).query(ROW).optional();
    }

    List<Visit> all() {
        return jdbc.sql("select * from visit order by id").query(ROW).list();
    }

    Visit add(Visit visit) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into visit (group_name, visitors, on_day, booked_by) values (?, ?, ?, ?)")
                .params(visit.groupName(), visit.visitors(), Date.valueOf(visit.day()), visit.bookedBy())
                .update(keys, "id");
        return find(keys.getKey().longValue()).orElseThrow();
    }

    void remove(long id) {
        jdbc.sql("delete from visit where id = :id").param("id", id).update();
    }
}
