package se.varna.parties;

import org.springframework.data.jpa.repository.JpaRepository;

interface PartyEntries extends JpaRepository<PartyEntry, String> {}
