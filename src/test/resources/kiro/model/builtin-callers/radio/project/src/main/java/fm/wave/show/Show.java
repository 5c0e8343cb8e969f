package fm.wave.show;

public record Show(Long id, String title, long hostId, String weekday, int minutes, boolean onAir) {
}
