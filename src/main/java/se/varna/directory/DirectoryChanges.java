package se.varna.directory;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;

interface DirectoryChanges extends JpaRepository<DirectoryChange, Long> {

    Slice<DirectoryChange> findAllByOrderByIdDesc(Pageable page);
}
