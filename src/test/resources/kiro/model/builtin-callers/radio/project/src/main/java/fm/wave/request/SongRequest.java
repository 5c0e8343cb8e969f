package fm.wave.request;

public record SongRequest(Long id, long showId, String song, long userId, boolean played) {
}
