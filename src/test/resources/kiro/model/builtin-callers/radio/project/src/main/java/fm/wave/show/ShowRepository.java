package fm.wave.show;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class ShowRepository {

    private static final RowMapper<Show> MAPPER = (rs, i) -> new Show(
            rs.getLong("id"),
            rs.getString("title"),
            rs.getLong("host_id"),
            rs.getString("weekday"),
            rs.getInt("minutes"),
            rs.getBoolean("on_air"));

    private final JdbcTemplate jdbc;

    public ShowRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Show> findById(long id) {
        return jdbc.query("SELECT * FROM shows WHERE id = ?", MAPPER, id).stream().findFirst();
    }

    public List<Show> findAll() {
        return jdbc.query("SELECT * FROM shows ORDER BY title", MAPPER);
    }

    public Show insert(Show show) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        jdbc.update(
                con -> {
                    var ps = con.prepareStatement(
                            "INSERT INTO shows (title, host_id, weekday, minutes, on_air) VALUES (?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    ps.setString(1, show.title());
                    ps.setLong(2, show.hostId());
                    ps.setString(3, show.weekday());
                    ps.setInt(4, show.minutes());
                    ps.setBoolean(5, show.onAir());
                    return ps;
                },
                keys);
        return findById(keys.getKey().longValue()).orElseThrow();
    }

    public void update(Show show) {
        jdbc.update(
                "UPDATE shows SET title = ?, host_id = ?, weekday = ?, minutes = ?, on_air = ? WHERE id = ?",
                show.title(),
                show.hostId(),
                show.weekday(),
                show.minutes(),
                show.onAir(),
                show.id());
    }
}
