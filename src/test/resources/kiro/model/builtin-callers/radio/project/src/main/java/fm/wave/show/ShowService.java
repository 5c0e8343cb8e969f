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
}
