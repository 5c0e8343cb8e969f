package fm.wave.show;

import fm.wave.ApiException;
import fm.wave.auth.Session;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class ShowService {

    private final ShowRepository shows;

    public ShowService(ShowRepository shows) {
        this.shows = shows;
    }

    public List<Show> all() {
        return shows.findAll();
    }

    public Show get(long id) {
        return shows.findById(id).orElseThrow(() -> ApiException.notFound("no show " + id));
    }

    public Show rename(Session session, long id, String title) {
        Show show = get(id);
        if (show.hostId() != session.userId()) {
            throw ApiException.forbidden("only the host renames a show");
        }
        Show renamed = new Show(show.id(), title, show.hostId(), show.weekday(), show.minutes(), show.onAir());
        shows.update(renamed);
        return renamed;
    }

    public Show create(long callerId, String title, String weekday, int minutes) {
        return shows.insert(new Show(null, title, callerId, weekday, minutes, false));
    }

    public Show updateMinute(long callerId, boolean isEditor, long id, int minutes) {
        Show show = get(id);
        if (!isEditor && callerId != show.hostId()) {
            throw ApiException.forbidden("show " + id + " belongs to someone else");
        }
        Show updated =
                new Show(
                        show.id(),
                        show.title(),
                        show.hostId(),
                        show.weekday(),
                        minutes,
                        show.onAir());
        shows.update(updated);
        return updated;
    }
}
