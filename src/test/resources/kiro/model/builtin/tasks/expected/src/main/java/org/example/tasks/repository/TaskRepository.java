package org.example.tasks.repository;

import java.util.List;
import org.example.tasks.entity.Priority;
import org.example.tasks.entity.Task;
import org.springframework.data.jpa.repository.JpaRepository;

public interface TaskRepository extends JpaRepository<Task, Long> {
    List<Task> findByOwner(String owner);

    List<Task> findByOwnerAndPriority(String owner, Priority priority);
}
