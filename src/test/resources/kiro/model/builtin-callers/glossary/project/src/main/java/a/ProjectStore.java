package a;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

@Component
public class ProjectStore {
    private final Map<Long, Project> byId = new ConcurrentSkipListMap<>();
    private final AtomicLong last = new AtomicLong();

    public long nextId() {
        return last.incrementAndGet();
    }

    public Optional<Project> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Project> all() {
        return List.copyOf(byId.values());
    }

    public void save(Project project) {
        byId.put(project.id(), project);
    }
}
