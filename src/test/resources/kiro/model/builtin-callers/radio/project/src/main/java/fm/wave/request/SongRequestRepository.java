package fm.wave.request;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.stereotype.Repository;
import java.util.Map;

@Repository
public class SongRequestRepository {

    private static final RowMapper<SongRequest> MAPPER = (rs, i) -> new SongRequest(
            rs.getLong("id"),
            rs.getLong("show_id"),
            rs.getString("song"),
            rs.getLong("user_id"),
            rs.getBoolean("played"));

    private final JdbcTemplate jdbc;

    public SongRequestRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<SongRequest> findById(long id) {
        return jdbc.query("SELECT * FROM song_requests WHERE id = ?", MAPPER, id).stream().findFirst();
    }

    public List<SongRequest> findByShow(long showId) {
        return jdbc.query("SELECT * FROM song_requests WHERE show_id = ? ORDER BY id", MAPPER, showId);
    }

    public SongRequest insert(SongRequest request) {
        Number id = new SimpleJdbcInsert(jdbc)
                .withTableName("song_requests")
                .usingGeneratedKeyColumns("id")
                .executeAndReturnKey(Map.of(
                        "show_id", request.showId(),
                        "song", request.song(),
                        "user_id", request.userId(),
                        "played", request.played()));
        return findById(id.longValue()).orElseThrow();
    }

    public void markPlayed(long id) {
        jdbc.update("UPDATE song_requests SET played = TRUE WHERE id = ?", id);
    }

    public void delete(long id) {
        jdbc.update("DELETE FROM song_requests WHERE id = ?", id);
    }
}
