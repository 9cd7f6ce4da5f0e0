package se.varna.directory;

import org.springframework.data.jpa.repository.JpaRepository;

interface Parties extends JpaRepository<Party, String> {}
