package fm.wave.show;

public record MinuteResponse(Long id, String title, int minutes) {

    static MinuteResponse of(Show show) {
        return new MinuteResponse(show.id(), show.title(), show.minutes());
    }
}
