package se.varna.directory;

import org.springframework.data.jpa.repository.JpaRepository;

interface Persons extends JpaRepository<Person, String> {}
