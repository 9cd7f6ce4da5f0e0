package se.varna.staffing;

import org.springframework.data.jpa.repository.JpaRepository;

interface VacantPostRepository extends JpaRepository<VacantPost, String> {}
