package se.varna.casefile;

import org.springframework.data.jpa.repository.JpaRepository;

interface Reports extends JpaRepository<Report, String> {}
